using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MemOS.Cli.Output;

/// <summary>The shapes that <c>--json</c> prints.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, WriteIndented = true, UseStringEnumConverter = true)]
[JsonSerializable(typeof(ErrorOutput))]
[JsonSerializable(typeof(ImportOutput))]
[JsonSerializable(typeof(SearchOutput))]
[JsonSerializable(typeof(ChatOutput))]
[JsonSerializable(typeof(DoctorOutput))]
[JsonSerializable(typeof(StatsOutput))]
[JsonSerializable(typeof(ListOutput))]
[JsonSerializable(typeof(ShowOutput))]
[JsonSerializable(typeof(HistoryOutput))]
[JsonSerializable(typeof(UsersOutput))]
[JsonSerializable(typeof(CubesOutput))]
[JsonSerializable(typeof(MembersOutput))]
[JsonSerializable(typeof(TimelineOutput))]
[JsonSerializable(typeof(AddOutput))]
[JsonSerializable(typeof(FileOutput))]
[JsonSerializable(typeof(UpdateOutput))]
[JsonSerializable(typeof(UndoOutput))]
[JsonSerializable(typeof(ForgetOutput))]
[JsonSerializable(typeof(EraseOutput))]
[JsonSerializable(typeof(DemoOutput))]
[JsonSerializable(typeof(TasksOutput))]
[JsonSerializable(typeof(SkillsOutput))]
[JsonSerializable(typeof(SkillOutput))]
[JsonSerializable(typeof(SkillRunOutput))]
[JsonSerializable(typeof(SkillDryRunOutput))]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class CliJson : JsonSerializerContext
{
    // People read this output too: letters of all scripts stay letters. It is never put into a web page.
    public static CliJson Readable => field ??= new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
