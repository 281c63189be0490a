using System.Text.Json.Serialization;

namespace MemOS.AgentFramework;

[JsonSerializable(typeof(MemorySession))]
internal sealed partial class AgentFrameworkJson : JsonSerializerContext;
