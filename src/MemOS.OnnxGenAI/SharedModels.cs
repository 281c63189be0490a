namespace MemOS.OnnxGenAI;

/// <summary>The models that are in use in this process, one a directory: they take gigabytes.</summary>
internal static class SharedModels
{
    private static readonly Lock Sync = new();
    private static readonly Dictionary<string, SharedModel> Models = new(StringComparer.Ordinal);

    /// <summary>The model of a directory, which is made with the first who asks and unloaded with the last who gives it back.</summary>
    public static SharedModel Rent(string directory, Func<IDisposable> load)
    {
        lock (Sync)
        {
            if (!Models.TryGetValue(directory, out var model))
            {
                Models[directory] = model = new(directory, load);
            }

            model.Users++;
            return model;
        }
    }

    /// <summary>Gives a model back.</summary>
    public static void Return(SharedModel model)
    {
        lock (Sync)
        {
            if (--model.Users > 0)
            {
                return;
            }

            Models.Remove(model.Directory);
        }

        model.Dispose();
    }
}
