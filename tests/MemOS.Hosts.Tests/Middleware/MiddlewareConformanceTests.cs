using MemOS.Hosts.Tests.Conformance;

namespace MemOS.Hosts.Tests.Middleware;

public sealed class MiddlewareConformanceTests : HostConformance<MiddlewareHost>;
