using System.Text;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;

namespace MemOS.SemanticKernel.Filters;

/// <summary>Carries a call through its stream: what makes the items sees the call, and its turn ends with the last of them.</summary>
internal static class CallStream
{
    /// <summary>The result with its stream wrapped; any other result as it is.</summary>
    public static FunctionResult Wrap(FunctionResult result, KernelCall call)
    {
        var stream = result.GetValue<object>();
        var contract = stream?.GetType().GetInterfaces().FirstOrDefault(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>));
        return contract is null ? result : new(result, Activator.CreateInstance(typeof(Stream<>).MakeGenericType(contract.GetGenericArguments()), stream, call));
    }

    private sealed class Stream<T>(IAsyncEnumerable<T> inner, KernelCall call) : IAsyncEnumerable<T>
    {
        public async IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
        {
            var text = new StringBuilder();
            var isComplete = false;
            KernelCall.Current = call;
            var items = inner.GetAsyncEnumerator(cancellationToken);
            try
            {
                while (true)
                {
                    // Each step runs in its consumer's context, which does not know the call.
                    KernelCall.Current = call;
                    if (!await items.MoveNextAsync().ConfigureAwait(false))
                    {
                        break;
                    }

                    text.Append(items.Current);
                    yield return items.Current;
                }

                isComplete = true;
            }
            finally
            {
                await items.DisposeAsync().ConfigureAwait(false);
                if (call.Turn is { } turn)
                {
                    var answer = new ChatMessage(ChatRole.Assistant, text.ToString());
                    _ = isComplete ? await turn.CompleteAsync([answer]).ConfigureAwait(false)
                        : text.Length > 0 ? await turn.CompletePartialAsync([answer]).ConfigureAwait(false)
                        : null;

                    turn.Abandon();
                }
            }
        }
    }
}
