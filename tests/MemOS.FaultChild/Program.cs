using MemOS.FaultChild;

// A process that tests start in order to kill, starve or crowd it. It tells on standard output what was acknowledged to it.
string mode = args[0], path = args[1];
await (mode switch
{
    "append" => AppendWork.RunAsync(path, worker: args[2], from: Number(3), count: Number(4)),
    "turns" => TurnWork.RunAsync(path, session: args[2], from: Number(3)),
    "import" => ImportWork.RunAsync(path, file: args[2]),
    "erase" => EraseWork.RunAsync(path, from: Number(2)),
    "erase-limit" => EraseLimitWork.RunAsync(path),
    "limit" => LimitWork.RunAsync(path, room: Number(2)),
    _ => throw new ArgumentException($"There is no work \"{mode}\"."),
});

int Number(int index) => int.Parse(args[index], System.Globalization.CultureInfo.InvariantCulture);
