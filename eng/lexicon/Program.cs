using System.Diagnostics;
using LexiconBuilder;

// Builds src/MemOS/Recall/Lexicon/lexicon.bin. See README.md for the sources and what is done with them.
var options = args.Chunk(2).Where(pair => pair.Length == 2).ToDictionary(pair => pair[0], pair => pair[1]);
var here = options.GetValueOrDefault("--tables", Path.Combine("eng", "lexicon"));
var wordNet = options.GetValueOrDefault("--wordnet", "/usr/share/wordnet");
var languageModel = options.GetValueOrDefault("--language-model", "/usr/share/pocketsphinx/model/en-us/en-us.lm.bin");
var output = options.GetValueOrDefault("--output", Path.Combine("src", "MemOS", "Recall", "Lexicon", "lexicon.bin"));
if (!File.Exists(Path.Combine(wordNet, "data.noun")) || !File.Exists(languageModel) || !File.Exists(Path.Combine(here, "domains.txt")))
{
    await Console.Error.WriteLineAsync("Run this in the root of the repository, with Debian's packages wordnet-base and pocketsphinx-en-us installed, or name the sources: --wordnet DIR --language-model FILE --tables DIR --output FILE.");
    return 1;
}

var clock = Stopwatch.StartNew();
var synsets = WordNetReader.Read(wordNet);
var model = NgramModel.Read(languageModel);
Say($"{synsets.Count} meanings, {model.Words.Count} words, {model.Pairs.Count} pairs");
var lexicon = LexiconBuild.Run(synsets, model, new(), Say);
lexicon.Write(output, Path.Combine(here, "domains.txt"), Path.Combine(here, "request-words.txt"));
Say($"{output}: {lexicon.Vocabulary.Count} terms of {lexicon.Vectors[0].Length} dimensions, {new FileInfo(output).Length / 1048576.0:0.00} MiB");
foreach (var word in (ReadOnlySpan<string>)["vegan", "restaurant", "laptop", "yoga", "puppy", "hotel", "movie", "guitar", "dentist", "mortgage"])
{
    Say($"{word}: {string.Join(' ', lexicon.Neighbours(word, 8))}");
}

return 0;

void Say(string line) => Console.WriteLine($"[{clock.Elapsed.TotalSeconds,6:0.0} s] {line}");
