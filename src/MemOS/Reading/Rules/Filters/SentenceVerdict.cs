namespace MemOS.Reading.Rules.Filters;

/// <summary>What becomes of a sentence, by how it was meant.</summary>
internal enum SentenceVerdict
{
    /// <summary>It may state something.</summary>
    Keep,

    /// <summary>It states nothing.</summary>
    Drop,

    /// <summary>It and the rest of the message state nothing: what follows is a text to work on, or made up.</summary>
    DropRest,

    /// <summary>The whole message is not meant as it stands.</summary>
    DropAll,

    /// <summary>A game of make-believe begins: nothing counts until it ends.</summary>
    BeginFiction,

    /// <summary>Make-believe is over.</summary>
    EndFiction,
}
