using MemOS.Cubes;
using MemOS.Recall;
using MemOS.Reading;

namespace MemOS.Sqlite.Tests.Conformance;

/// <summary>What every store owes of <see cref="IVectorStore"/>.</summary>
public abstract class VectorStoreConformance : StoreConformance
{
    [Fact]
    public async Task GetNearestAsync_Vectors_GivesTheNearestByCosine()
    {
        var access = await AccessAsync();
        var ids = await AppendAsync(access, "s", Said("east"), Said("north"), Said("north east"), Said("west"));
        await Store.Vectors.PutAsync(access, "m", [(ids[0], V(5, 0)), (ids[1], V(0, 1)), (ids[2], V(2, 2)), (ids[3], V(-1, 0))]);

        var nearest = await NearestAsync(access, "m", V(3, 1), 3);

        Assert.Equal([ids[0].Value, ids[2].Value, ids[1].Value], nearest.Select(static item => item.Id));
        Assert.Equal(3 / Math.Sqrt(10), nearest[0].Similarity, 5);
        Assert.Empty(await NearestAsync(access, "other", V(1, 0), 3));
        Assert.Empty(await NearestAsync(access, "m", V(1, 0, 0), 3));
        Assert.Empty(await NearestAsync(await AccessAsync("bob"), "m", V(1, 0), 3));
    }

    [Fact]
    public async Task GetNearestAsync_AfterChanges_SeesThem()
    {
        var access = await AccessAsync();
        var ids = await AppendAsync(access, "s", Said("one"), Said("two"), Said("three"));
        await Store.Vectors.PutAsync(access, "m", [(ids[0], V(1, 0))]);
        Assert.Equal([ids[0].Value], (await NearestAsync(access, "m", V(1, 0), 5)).Select(static item => item.Id));

        await Store.Vectors.PutAsync(access, "m", [(ids[1], V(1, 1))]);
        Assert.Equal(2, (await NearestAsync(access, "m", V(1, 0), 5)).Count);
        await Store.Vectors.PutAsync(access, "m", [(ids[1], V(1, 0)), (ids[0], V(0, 1))]);
        Assert.Equal([ids[1].Value, ids[0].Value], (await NearestAsync(access, "m", V(1, 0), 5)).Select(static item => item.Id));
        await Store.Evidence.AppendAsync(access, new() { Items = [], Abandon = [ids[1]] });
        Assert.Equal([ids[0].Value], (await NearestAsync(access, "m", V(1, 0), 5)).Select(static item => item.Id));
    }

    [Fact]
    public async Task GetMissingAsync_SomeHaveVectors_GivesTheOthersOldestFirst()
    {
        var access = await AccessAsync();
        var ids = await AppendAsync(access, "s", Said("one"), Said(""), Said("three"));
        var record = await InsertAsync(access, Draft("Ada counts.", ids[0]));
        await Store.Vectors.PutAsync(access, "m", [(ids[0], V(1, 0))]);

        Assert.Equal([(ids[2], "three"), (record, "Ada counts.")], await Store.Vectors.GetMissingAsync(access, "m", 10));
        Assert.Equal(3, (await Store.Vectors.GetMissingAsync(access, "other", 10)).Count);
        Assert.Single(await Store.Vectors.GetMissingAsync(access, "m", 1));
        Assert.Empty(await Store.Vectors.GetMissingAsync(await AccessAsync("bob"), "m", 10));
    }

    [Fact]
    public async Task GetMissingAsync_After_GoesOnBehindIt()
    {
        var access = await AccessAsync();
        var ids = await AppendAsync(access, "s", Said("one"), Said("two"), Said("three"));

        Assert.Equal([ids[2]], (await Store.Vectors.GetMissingAsync(access, "m", 10, ids[1])).Select(static item => item.Id));
    }

    [Fact]
    public async Task ReuseAsync_TextThatTheCubeHolds_IsCopiedWithinTheCubeAndTheModel()
    {
        var access = await AccessAsync();
        var ids = await AppendAsync(access, "s", Said("the same"), Said("the same"), Said("another"));
        await Store.Vectors.PutAsync(access, "m", [(ids[0], V(3, 4))]);

        Assert.Equal([ids[1]], await Store.Vectors.ReuseAsync(access, "m", [(ids[1], "the same"), (ids[2], "another")]));
        Assert.Empty(await Store.Vectors.ReuseAsync(access, "other", [(ids[1], "the same")]));
        Assert.Equal([ids[0].Value, ids[1].Value], (await NearestAsync(access, "m", V(3, 4), 5)).Select(static item => item.Id).Order());

        var bob = await AccessAsync("bob");
        var his = await AppendAsync(bob, "s", Said("the same"));
        Assert.Empty(await Store.Vectors.ReuseAsync(bob, "m", [(his[0], "the same")]));
    }

    [Fact]
    public async Task ReuseAsync_TextWasErased_FindsNothing()
    {
        var access = await AccessAsync();
        var ids = await AppendAsync(access, "s", Said("the same"));
        await Store.Vectors.PutAsync(access, "m", [(ids[0], V(3, 4))]);
        await Store.Governance.EraseAsync(access, ids);
        var again = await AppendAsync(access, "t", Said("the same"));

        Assert.Empty(await Store.Vectors.ReuseAsync(access, "m", [(again[0], "the same")]));
    }

    [Fact]
    public async Task FindIncompleteAsync_GivesTheCubesThatLackVectorsOfTheModel()
    {
        var ada = await AccessAsync();
        var bob = await AccessAsync("bob");
        var ids = await AppendAsync(ada, "s", Said("one"));
        await Store.Vectors.PutAsync(ada, "m", [(ids[0], V(1, 0))]);
        await AppendAsync(bob, "s", Said("two"));

        Assert.Equal([bob.Home], await Store.Vectors.FindIncompleteAsync("m"));
        Assert.Equal([ada.Home, bob.Home], await Store.Vectors.FindIncompleteAsync("new"));
    }

    [Fact]
    public async Task PutAsync_UnevenDimensions_IsRefused()
    {
        var access = await AccessAsync();
        var ids = await AppendAsync(access, "s", Said("one"), Said("two"));

        await Assert.ThrowsAsync<ArgumentException>(() => Store.Vectors.PutAsync(access, "m", [(ids[0], V(1)), (ids[1], V(1, 2))]));
        await Store.Vectors.PutAsync(access, "m", [(ids[0], V(1))]);
        await Assert.ThrowsAsync<ArgumentException>(() => Store.Vectors.PutAsync(access, "m", [(ids[1], V(1, 2))]));
    }

    [Fact]
    public async Task PutAsync_ForeignOrRetiredItems_ArePassedOver()
    {
        var access = await AccessAsync();
        var ids = await AppendAsync(access, "s", Said("one"));
        var record = await InsertAsync(access, Draft("Ada counts.", ids[0]));
        await Store.Records.ApplyAsync(access, [new RecordChange.Retire(record, Time.Now, "gone")], []);

        await Store.Vectors.PutAsync(await AccessAsync("bob"), "m", [(ids[0], V(1))]);
        await Store.Vectors.PutAsync(access, "m", [(record, V(1))]);

        Assert.Empty(await NearestAsync(access, "m", V(1), 5));
    }

    private static ReadOnlyMemory<float> V(params float[] values) => values;

    private async Task<IReadOnlyList<(long Id, float Similarity)>> NearestAsync(CubeAccess access, string model, ReadOnlyMemory<float> vector, int limit)
    {
        await using var reader = await Store.Recall.OpenAsync(access);
        return await reader.GetNearestAsync(access.Home, model, vector, limit);
    }
}
