using MemOS.Learning;

namespace MemOS.Tests.Learning;

public sealed class LinearModelTests
{
    [Fact]
    public void Judge_KnownFeatures_GivesTheProbabilitiesOfTheirWeights()
    {
        var model = Written(new() { ["good"] = [1, 0], ["bad"] = [0, 2] });

        Assert.Equal(1 / (1 + Math.Exp(-1)), model.Judge([new("good", 1)])[0], 3);
        Assert.Equal(1 / (1 + Math.Exp(-1)), model.Judge([new("bad", 0.5f)])[1], 3);
        Assert.Equal(1, model.Judge([new("good", 3), new("bad", 1)]).Sum(), 9);
    }

    [Fact]
    public void Judge_UnknownFeatures_CountForNothing() =>
        Assert.Equal([0.5, 0.5], Written(new() { ["good"] = [1, 0] }).Judge([new("never seen", 5)]));

    [Fact]
    public void Read_SomethingElse_IsRefusedWithWhatToDo() =>
        Assert.Contains("eng/judges", Assert.Throws<InvalidDataException>(() => LinearModel.Read(new MemoryStream("MLEX and more of it"u8.ToArray()))).Message);

    private static LinearModel Written(Dictionary<string, float[]> rows)
    {
        using var file = new MemoryStream();
        LinearModel.Write(file, 2, rows);
        return LinearModel.Read(new MemoryStream(file.ToArray()));
    }
}
