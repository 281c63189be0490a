using System.Text;
using Microsoft.Extensions.AI;

namespace MemOS.OnnxGenAI;

/// <summary>The ChatML form of a prompt.</summary>
internal static class ChatMl
{
    private const string Start = "<|im_start|>";
    private const string End = "<|im_end|>";

    /// <summary>Writes the messages and opens the assistant's turn. The marks of the form are taken out of the texts: no message can end itself.</summary>
    public static string Format(IEnumerable<ChatMessage> messages, ChatOptions? options)
    {
        var prompt = new StringBuilder();
        if (!string.IsNullOrWhiteSpace(options?.Instructions))
        {
            Append(prompt, ChatRole.System, options.Instructions);
        }

        foreach (var message in messages)
        {
            Append(prompt, message.Role, message.Text);
        }

        return prompt.Append(Start).Append("assistant\n").ToString();
    }

    private static void Append(StringBuilder prompt, ChatRole role, string text) =>
        prompt.Append(Start).Append(role.Value).Append('\n').Append(WithoutMarks(text)).Append(End).Append('\n');

    // Until nothing changes: what is left of one mark may form another.
    private static string WithoutMarks(string text)
    {
        while (text.Contains(Start, StringComparison.Ordinal) || text.Contains(End, StringComparison.Ordinal))
        {
            text = text.Replace(Start, "", StringComparison.Ordinal).Replace(End, "", StringComparison.Ordinal);
        }

        return text;
    }
}
