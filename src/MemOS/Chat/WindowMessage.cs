namespace MemOS.Chat;

/// <summary>What the reduction of a window knows of a message.</summary>
/// <param name="Tokens">What it costs.</param>
/// <param name="IsUser">Whether a person speaks: a window starts there.</param>
/// <param name="MayLeave">Whether memory holds all of it, so that it can leave the prompt.</param>
/// <param name="Opens">Tool calls without their results in the same message.</param>
/// <param name="Closes">Tool results without their calls in the same message.</param>
internal readonly record struct WindowMessage(int Tokens, bool IsUser, bool MayLeave, int Opens = 0, int Closes = 0);
