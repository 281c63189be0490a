using MemOS.Hosts.Tests.Conformance;

namespace MemOS.Hosts.Tests.ExtensionsAI;

public sealed class PipelineConformanceTests : HostConformance<PipelineHost>;
