using System.Buffers;
using System.Diagnostics;
using System.Text.Json;
using MemOS.Evolution;
using Microsoft.Extensions.AI;

namespace MemOS.Cli.Commands.Skills;

/// <summary>A tool that is a program: arguments as JSON on its standard input, the result as JSON (or plain text) on its standard output.</summary>
/// <remarks>Threat note: it runs what the person's own file names, without a shell; arguments never become part of the command line.</remarks>
internal sealed class CommandTool(ToolDefinition definition, IReadOnlyList<string> command, string folder) : AIFunction
{
    private static readonly JsonElement AnyObject = JsonElement.Parse("""{"type":"object"}""");

    public override string Name => definition.Name;

    public override string Description => definition.Description;

    public override JsonElement JsonSchema => definition.Schema.ValueKind == JsonValueKind.Object ? definition.Schema : AnyObject;

    protected override async ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(command[0]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        foreach (var part in command.Skip(1))
        {
            start.ArgumentList.Add(part);
        }

        var input = Input(arguments);
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{command[0]} could not be started.");
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            var isRead = await WriteAsync(process, input);
            await process.WaitForExitAsync(cancellationToken);
            var (text, error) = ((await output).Trim(), (await errors).Trim());
            return process.ExitCode == 0 ? Result(text) : throw new InvalidOperationException(error.Length > 0 ? error : $"{command[0]} ended with code {process.ExitCode}{(isRead ? "" : " without reading its input")}.");
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    // Whether the program took its input. One that takes none closes the pipe, often before its end can be seen: its exit code tells
    // whether it did its work.
    private static async Task<bool> WriteAsync(Process process, ReadOnlyMemory<byte> input)
    {
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(input);
        }
        catch (IOException)
        {
            _ = Close(process);
            return false;
        }

        return Close(process);
    }

    // What was not written stays in the stream, and closing it tries once more.
    private static bool Close(Process process)
    {
        try
        {
            process.StandardInput.Close();
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static ReadOnlyMemory<byte> Input(AIFunctionArguments arguments)
    {
        var input = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(input))
        {
            writer.WriteStartObject();
            foreach (var (name, value) in arguments)
            {
                writer.WritePropertyName(name);
                JsonSerializer.SerializeToElement(value, AIJsonUtilities.DefaultOptions.GetTypeInfo(typeof(object))).WriteTo(writer);
            }

            writer.WriteEndObject();
        }

        return input.WrittenMemory;
    }

    private static object? Result(string text)
    {
        try
        {
            return JsonElement.Parse(text);
        }
        catch (JsonException)
        {
            return text;
        }
    }
}
