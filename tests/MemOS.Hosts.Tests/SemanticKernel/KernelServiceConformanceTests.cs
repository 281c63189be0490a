using MemOS.Hosts.Tests.Conformance;

namespace MemOS.Hosts.Tests.SemanticKernel;

public sealed class KernelServiceConformanceTests : HostConformance<KernelServiceHost>;
