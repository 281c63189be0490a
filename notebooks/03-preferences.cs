#!/usr/bin/env dotnet
#:package MemOS.Sqlite@0.1.0
// %% [markdown]
// # 3. Preferences
//
// What somebody likes is rarely asked for by its own words. "What shall we eat tonight?" names no food and no diet; the memory that
// helps is the one that says *I'm vegetarian*. Recall knows which memories bear on a choice.

// %%
using System.IO;
using MemOS;
using MemOS.Reading;
using MemOS.Recall;

// %%
var path = Path.Combine(Path.GetTempPath(), $"memos-{Guid.NewGuid():N}.db");
var memory = await MemoryOS.OpenAsync(path);
var kim = MemoryScope.ForUser("kim");

string[] said =
[
    "I'm vegetarian, and I can't stand mushrooms.",
    "I prefer trains to planes whenever there is a choice.",
    "My favourite films are slow documentaries.",
    "The meeting about the roof is on Tuesday.",
    "I don't like crowded places.",
];
foreach (var text in said)
{
    await memory.AddAsync(text, kim);
}

await memory.FlushAsync();

// %% [markdown]
// Likes and dislikes are read as memories of their own kind, with what they are about and which way they go.

// %%
foreach (var record in await memory.ListAsync(kim, new RecordFilter { Kind = MemoryKind.Preference }))
{
    Console.WriteLine($"{record.Polarity,-9} {record.Text}");
}

// %% [markdown]
// A request for advice finds preferences though it shares no word with them; here are the two best of each. Recall rather brings one
// too many than one too few: the model that reads them knows that a diet is no way to travel. The last question asks for a fact, and
// finds nothing.

// %%
foreach (var request in new[] { "Which restaurant should I book for tonight?", "How should I travel to Berlin?", "What could I watch this evening?", "How many minutes are in a day?" })
{
    var found = await memory.SearchAsync(request, kim, new RecallOptions { BudgetTokens = 80, Gate = true });
    var best = found.Ranked.Take(2).Select(item => item.Text).DefaultIfEmpty("(nothing)");
    Console.WriteLine($"{request}\n    {string.Join("\n    ", best)}");
}

// %% [markdown]
// Minds change. The newer statement counts, and the older one is kept as history.

// %%
await memory.AddAsync("I'm not vegetarian any more; I eat fish now.", kim);
await memory.FlushAsync();

foreach (var record in (await memory.ListAsync(kim, new RecordFilter { State = null })).Where(record => record.Text.Contains("vegetarian", StringComparison.Ordinal)))
{
    Console.WriteLine($"{record.State,-10} {record.Text}");
}

// %%
await memory.DisposeAsync();
File.Delete(path);
