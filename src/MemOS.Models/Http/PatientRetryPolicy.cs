using System.ClientModel.Primitives;
using System.Globalization;

namespace MemOS.Models.Http;

/// <summary>
/// Tries again when an endpoint is busy or broken for the moment, after the pause that it asks for or a growing one of our own.
/// A connection that cannot be made and an answer that is malformed are not tried again: the next try would meet the same.
/// </summary>
internal sealed class PatientRetryPolicy(ModelEndpoint endpoint) : ClientRetryPolicy(endpoint.Retries)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(0.5);

    protected override bool ShouldRetry(PipelineMessage message, Exception? exception) =>
        exception is null && base.ShouldRetry(message, null) && !(Asked(message) > endpoint.LongestPause);

    protected override ValueTask<bool> ShouldRetryAsync(PipelineMessage message, Exception? exception) => new(ShouldRetry(message, exception));

    protected override TimeSpan GetNextDelay(PipelineMessage message, int tryCount)
    {
        var own = FirstPause * Math.Pow(2, Math.Max(tryCount - 1, 0));
        var pause = Asked(message) ?? own;
        return pause < endpoint.LongestPause ? pause : endpoint.LongestPause;
    }

    protected override Task WaitAsync(TimeSpan time, CancellationToken cancellationToken) => Task.Delay(time, endpoint.TimeProvider, cancellationToken);

    // Retry-After is a number of seconds or a date.
    private TimeSpan? Asked(PipelineMessage message)
    {
        if (message.Response?.Headers.TryGetValue("Retry-After", out var value) != true || value is null)
        {
            return null;
        }

        if (double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds < TimeSpan.MaxValue.TotalSeconds)
        {
            return TimeSpan.FromSeconds(seconds);
        }

        return DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) && date - endpoint.TimeProvider.GetUtcNow() is var wait && wait > TimeSpan.Zero ? wait : null;
    }
}
