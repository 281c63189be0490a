namespace MemOS.Cubes;

/// <summary>A user of the memory system.</summary>
/// <param name="Name">The unique name within the tenant.</param>
/// <param name="Tenant">The tenant; empty in a single-tenant application.</param>
/// <param name="CreatedAt">When the user was first seen.</param>
public sealed record MemoryUser(string Name, string Tenant, DateTimeOffset CreatedAt);
