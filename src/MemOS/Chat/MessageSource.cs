namespace MemOS.Chat;

/// <summary>Where a message in a prompt comes from, as far as recording is concerned.</summary>
public enum MessageSource
{
    /// <summary>The conversation itself: recorded (the default).</summary>
    Conversation,

    /// <summary>A stored history that a host put back: aligned with the log, never recorded anew.</summary>
    History,

    /// <summary>A context provider or the memory itself: neither recorded nor aligned.</summary>
    Injected,
}
