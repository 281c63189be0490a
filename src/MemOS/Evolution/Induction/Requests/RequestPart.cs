namespace MemOS.Evolution.Induction.Requests;

/// <summary>What a piece of a request is by its form.</summary>
internal enum RequestPart
{
    /// <summary>A word, which may belong to how such requests are put.</summary>
    Word,

    /// <summary>A sign, or a character of a script that does not part words.</summary>
    Sign,

    /// <summary>A word with a capital within a sentence.</summary>
    Name,

    /// <summary>A number, an amount or a share.</summary>
    Number,

    /// <summary>An identifier: letters with digits.</summary>
    Code,

    /// <summary>A date, a day or a time of day.</summary>
    Date,

    /// <summary>Words in quotation marks, the marks included.</summary>
    Quote,

    /// <summary>An address of the web or of mail.</summary>
    Address,

    /// <summary>Words that stand where other requests have others: what the request is about.</summary>
    Topic,
}
