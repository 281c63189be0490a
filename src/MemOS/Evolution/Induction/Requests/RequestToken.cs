namespace MemOS.Evolution.Induction.Requests;

/// <summary>A piece of a request.</summary>
/// <param name="Part">What it is.</param>
/// <param name="Text">The piece as it was written.</param>
/// <param name="Start">Where it starts in the request.</param>
internal readonly record struct RequestToken(RequestPart Part, string Text, int Start)
{
    /// <summary>Where it ends in the request.</summary>
    public int End => Start + Text.Length;

    /// <summary>Whether it is a value by its form alone.</summary>
    public bool IsValue => Part is not (RequestPart.Word or RequestPart.Sign);
}
