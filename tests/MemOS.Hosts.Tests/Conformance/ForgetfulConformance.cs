namespace MemOS.Hosts.Tests.Conformance;

/// <summary>The suite on a host without memory; not public, so that it runs only where it is expected to fail.</summary>
internal sealed class ForgetfulConformance : HostConformance<ForgetfulHost>;
