namespace MemOS.Evolution.Induction.Requests;

/// <summary>A place at which requests of one kind have values of their own.</summary>
/// <param name="Part">What the values are.</param>
/// <param name="Gap">The number of the frame's word that follows.</param>
/// <param name="Spans">Where the value stands, one for each request.</param>
internal sealed record RequestSlot(RequestPart Part, int Gap, IReadOnlyList<(int Start, int End)> Spans);
