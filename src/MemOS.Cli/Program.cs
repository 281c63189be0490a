using MemOS.Cli;

return await MemosCommand.RunAsync(args);
