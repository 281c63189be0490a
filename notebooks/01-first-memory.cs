#!/usr/bin/env dotnet
#:package MemOS.Sqlite@0.1.0
// %% [markdown]
// # 1. First memory
//
// One file on your disk, no model and no network: say something, ask for it later, see where the answer comes from, and take it back.

// %%
using System.IO;
using MemOS;
using MemOS.Recall;

// %% [markdown]
// A memory is one SQLite file. A *scope* says whose memory is used; only your code decides it.

// %%
var path = Path.Combine(Path.GetTempPath(), $"memos-{Guid.NewGuid():N}.db");
var memory = await MemoryOS.OpenAsync(path);
var ada = MemoryScope.ForUser("ada");

// %% [markdown]
// What is added is on disk when the call returns, and can be searched at once. It is read into short statements in the background;
// `FlushAsync` waits until that is done.

// %%
await memory.AddAsync("I live in Porto and work as a carpenter.", ada);
await memory.AddAsync("My sister Maria is getting married on 13 June 2026.", ada);
await memory.AddAsync("I'm allergic to walnuts.", ada);
await memory.FlushAsync();

foreach (var record in await memory.ListAsync(ada))
{
    Console.WriteLine($"{record.Kind,-10} {record.Text}");
}

// %% [markdown]
// A question finds what may matter for it, within the tokens you allow; a question that no memory helps with finds nothing.
// `found.Context` holds the same, ready to be put into a prompt.

// %%
foreach (var question in new[] { "What should I not bake for Ada?", "When is Maria getting married?", "How do I sort a list in C#?" })
{
    var found = await memory.SearchAsync(question, ada, new RecallOptions { BudgetTokens = 60, Gate = true });
    var texts = found.Items.Select(item => item.Text).DefaultIfEmpty("(nothing: no memory helps here)");
    Console.WriteLine($"{question}\n    {string.Join("\n    ", texts)}");
}

// %% [markdown]
// Every result names its sources: the words as they were said, by whom and in which session.

// %%
var answer = (await memory.SearchAsync("Where does Ada live?", ada)).Items[0];
Console.WriteLine($"{answer.Text} comes from: {string.Join("; ", answer.Sources.Select(source => $"{source.Role} in session {source.Session ?? "(unnamed)"}"))}");

// %% [markdown]
// Another user sees none of it. What is erased is gone from the file, and a receipt says what went.

// %%
var bob = await memory.SearchAsync("Where do I live?", MemoryScope.ForUser("bob"));
Console.WriteLine($"Bob finds {bob.Items.Count} memories.");

var receipt = await memory.EraseUserAsync("ada");
Console.WriteLine($"Erased {receipt.Evidence} messages and {receipt.Records} records.");
Console.WriteLine($"Ada finds {(await memory.SearchAsync("Where do I live?", ada)).Items.Count} memories.");

// %%
await memory.DisposeAsync();
File.Delete(path);
