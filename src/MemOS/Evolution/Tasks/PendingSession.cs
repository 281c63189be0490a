using MemOS.Cubes;

namespace MemOS.Evolution.Tasks;

/// <summary>A session with messages that were not segmented yet, or with a task whose time to go on is over.</summary>
/// <param name="Access">The access by which it is read and written: its cube alone.</param>
/// <param name="Session">The session; <see langword="null"/> for the unnamed one.</param>
/// <param name="Place">The place behind the session's last message.</param>
/// <param name="From">The first message of what may still change; <see langword="null"/> for the whole session.</param>
public sealed record PendingSession(CubeAccess Access, string? Session, int Place, MemoryId? From);
