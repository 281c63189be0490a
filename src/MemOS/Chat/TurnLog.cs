using Microsoft.Extensions.Logging;

namespace MemOS.Chat;

/// <summary>The log lines of turns. None holds text of messages or names of users.</summary>
internal sealed partial class TurnLog(ILogger logger)
{
    [LoggerMessage(EventId = 2001, Level = LogLevel.Error, Message = "The {Part} of a turn could not be recorded.")]
    public partial void RecordingFailed(Exception exception, string part);

    [LoggerMessage(EventId = 2002, Level = LogLevel.Warning, Message = "Recall failed; the turn goes on without memory.")]
    public partial void RecallFailed(Exception exception);

    [LoggerMessage(EventId = 2003, Level = LogLevel.Warning, Message = "The ledger could not note a turn; nothing else is affected.")]
    public partial void LedgerFailed(Exception exception);

    [LoggerMessage(EventId = 2004, Level = LogLevel.Warning, Message = "The TurnCompleted callback threw; the turn itself is complete.")]
    public partial void CallbackFailed(Exception exception);

    [LoggerMessage(EventId = 2005, Level = LogLevel.Debug, Message = "Turn: {Full} tokens of history, {Sent} sent, {Injected} of them memory; {Recorded} message(s) recorded.")]
    public partial void TurnEnded(long full, long sent, long injected, int recorded);

    [LoggerMessage(EventId = 2006, Level = LogLevel.Warning, Message = "The skills could not be read; the turn goes on without offering any.")]
    public partial void OfferFailed(Exception exception);
}
