using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace MemOS.Cli.Mcp;

/// <summary>A tool with typed arguments, a typed result and typed errors.</summary>
internal sealed class MemoryTool<TInput, TResult> : McpServerTool
{
    private readonly JsonTypeInfo<TInput> input;
    private readonly JsonTypeInfo<TResult> result;
    private readonly Func<TInput, CancellationToken, Task<TResult>> run;

    public MemoryTool(
        string name, string title, string description, ToolAnnotations annotations, JsonTypeInfo<TInput> input, JsonTypeInfo<TResult> result, Func<TInput, CancellationToken, Task<TResult>> run)
    {
        this.input = input;
        this.result = result;
        this.run = run;
        annotations.Title = title;

        // Memory is a closed world: one file on this machine.
        annotations.OpenWorldHint = false;
        ProtocolTool = new()
        {
            Name = name,
            Title = title,
            Description = description,
            InputSchema = ToolSchema.Of(input),
            OutputSchema = ToolSchema.Of(result),
            Annotations = annotations,
        };
    }

    public override Tool ProtocolTool { get; }

    public override IReadOnlyList<object> Metadata => [];

    public override async ValueTask<CallToolResult> InvokeAsync(RequestContext<CallToolRequestParams> request, CancellationToken cancellationToken = default)
    {
        try
        {
            var answer = await run(ToolArguments.Read(request.Params?.Arguments, input), cancellationToken);
            return Result(JsonSerializer.SerializeToElement(answer, result), isError: false);
        }
        catch (Exception error) when (error is not OperationCanceledException && ToolErrorDetail.Of(error) is not null)
        {
            return Result(JsonSerializer.SerializeToElement(new ToolError(ToolErrorDetail.Of(error)!), McpJson.Readable.ToolError), isError: true);
        }
    }

    // Clients without structured output read the same JSON as text.
    private static CallToolResult Result(JsonElement content, bool isError) =>
        new() { IsError = isError, StructuredContent = content, Content = [new TextContentBlock { Text = content.GetRawText() }] };
}
