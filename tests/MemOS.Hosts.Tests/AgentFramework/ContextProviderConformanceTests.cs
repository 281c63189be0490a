using MemOS.Hosts.Tests.Conformance;

namespace MemOS.Hosts.Tests.AgentFramework;

public sealed class ContextProviderConformanceTests : HostConformance<ContextProviderHost>;
