System.Console.WriteLine("MemOS");
