#!/usr/bin/env dotnet
#:package MemOS.Sqlite@0.1.0
// %% [markdown]
// # 2. Time and change
//
// People say "yesterday" and "next Friday", and they change: they move, they switch jobs, they take things back. Memory resolves
// times when something is said, and keeps what was true beside what is true.

// %%
using System.IO;
using MemOS;
using MemOS.Evidence;
using MemOS.Reading;
using MemOS.Recall;

// %%
var path = Path.Combine(Path.GetTempPath(), $"memos-{Guid.NewGuid():N}.db");
var memory = await MemoryOS.OpenAsync(path);
var noor = MemoryScope.ForUser("noor", "chat");

async Task SayAsync(string date, string text)
{
    var message = new EvidenceDraft { Role = EvidenceRole.User, Author = "Noor", Text = text, Time = DateTimeOffset.Parse(date + "T10:00:00+00:00") };
    await memory.AddAsync([message], noor);
    await memory.FlushAsync();
}

// %% [markdown]
// "Yesterday" in a message of 4 May is 3 May, for good: the date stands beside what was said, whenever it is recalled.

// %%
await SayAsync("2026-05-04", "I ran my first marathon yesterday, in under five hours!");
await SayAsync("2026-05-11", "Next Friday I start at the new job.");

foreach (var question in new[] { "When did Noor run the marathon?", "When does the new job start?" })
{
    var item = (await memory.SearchAsync(question, noor)).Items[0];
    Console.WriteLine($"{question}  ->  {item.EventTime}   \"{item.Text}\" (said on {item.SaidAt:yyyy-MM-dd})");
}

// %% [markdown]
// A later statement about the same thing replaces the earlier one. Nothing is destroyed: the history of a memory tells when and why.

// %%
await SayAsync("2026-02-01", "I live in Lisbon.");
await SayAsync("2026-06-20", "I have moved to Porto; I live in Porto now.");

foreach (var record in (await memory.ListAsync(noor, new RecordFilter { State = null })).Where(record => record.Text.Contains("live", StringComparison.Ordinal)))
{
    var until = record.ValidTo is { } end ? $"{end:yyyy-MM-dd}" : "now";
    Console.WriteLine($"{record.State,-10} {record.ValidFrom:yyyy-MM-dd} to {until,-10} {record.Text}");
}

// %% [markdown]
// Asked today, what no longer holds is marked as such, and what holds stands beside it.

// %%
Console.WriteLine((await memory.SearchAsync("Where does Noor live?", noor, new RecallOptions { BudgetTokens = 80 })).Context);

// %% [markdown]
// You can correct a memory by hand as well. The correction becomes evidence of its own, and the old version stays in the history.

// %%
var wrong = (await memory.ListAsync(noor)).First(record => record.Text.Contains("marathon", StringComparison.Ordinal));
await memory.UpdateAsync(wrong.Id, "Noor ran her first half marathon on 3 May 2026.", noor, "it was a half marathon");

foreach (var version in await memory.HistoryAsync(wrong.Id, noor))
{
    Console.WriteLine($"version {version.Version}: {version.Text} ({version.Reason ?? "read from a message"})");
}

// %%
await memory.DisposeAsync();
File.Delete(path);
