using System.ClientModel.Primitives;

namespace MemOS.Models.Http;

/// <summary>Sends no key, where there is none: some local servers refuse any.</summary>
internal sealed class NoKey : AuthenticationPolicy
{
    public override void Process(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex) => ProcessNext(message, pipeline, currentIndex);

    public override ValueTask ProcessAsync(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex) => ProcessNextAsync(message, pipeline, currentIndex);
}
