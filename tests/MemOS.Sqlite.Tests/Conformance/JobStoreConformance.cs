using MemOS.Scheduling;

namespace MemOS.Sqlite.Tests.Conformance;

/// <summary>What every store owes of <see cref="IJobStore"/>.</summary>
public abstract class JobStoreConformance : StoreConformance
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task LeaseAsync_NewEvidence_CoversItOnceAndCoalesces()
    {
        var access = await AccessAsync();
        var first = await AppendAsync(access, "s", Said("one"), Said("two"));
        var second = await AppendAsync(access, "s", Said("three"));

        var lease = Assert.Single(await LeaseAsync());

        Assert.Equal((first[0], second[0], "s", access.Home, 0), (lease.First, lease.Last, lease.Session, lease.Cube, lease.Attempts));
        Assert.Equal(["one", "two", "three"], (await Store.Jobs.LoadAsync([lease])).Select(static item => item.Content.Text));
        var own = await Store.Jobs.AccessAsync(lease);
        Assert.Equal([access.Home], own.Readable);
        Assert.Equal(("ada", access.Home), (own.Scope.User, own.Home));
        Assert.Empty(await LeaseAsync());
    }

    [Fact]
    public async Task LeaseAsync_AppendWhileLeased_WaitsForTheSession()
    {
        var access = await AccessAsync();
        await AppendAsync(access, "s", Said("one"));
        var held = await LeaseAsync();
        await AppendAsync(access, "s", Said("two"));

        Assert.Empty(await LeaseAsync());
        await Store.Records.ApplyAsync(access, [], held);
        Assert.Equal("two", Assert.Single(await Store.Jobs.LoadAsync(await LeaseAsync())).Content.Text);
    }

    [Fact]
    public async Task LeaseAsync_SeveralSessions_TakesTheLongestWaitingFirst()
    {
        var access = await AccessAsync();
        await AppendAsync(access, "a", Said("one"));
        await AppendAsync(await AccessAsync("bob"), "b", Said("two"));
        await AppendAsync(access, "a", Said("three"));

        Assert.Equal("a", Assert.Single(await LeaseAsync()).Session);
        Assert.Equal("b", Assert.Single(await LeaseAsync()).Session);
    }

    [Fact]
    public async Task LeaseAsync_ManyMessages_AreSeveralJobsInOrder()
    {
        var access = await AccessAsync();
        var ids = await AppendAsync(access, "s", [.. Enumerable.Range(0, 500).Select(static i => Said($"m{i}"))]);

        var leases = await LeaseAsync(limit: 1000);

        Assert.True(leases.Count > 1);
        Assert.Equal(ids, (await Store.Jobs.LoadAsync(leases)).Select(static item => item.Id));
        Assert.All(leases, static lease => Assert.Equal("s", lease.Session));
    }

    [Fact]
    public async Task LeaseAsync_Expired_IsTakenAgainWithAnotherToken()
    {
        await AppendAsync(await AccessAsync(), "s", Said("one"));
        var first = Assert.Single(await LeaseAsync());
        Time.Advance(Minute + TimeSpan.FromSeconds(1));

        var second = Assert.Single(await LeaseAsync());

        Assert.Equal(first.Id, second.Id);
        Assert.NotEqual(first.Token, second.Token);
        Assert.Empty(await Store.Jobs.LoadAsync([first]));
    }

    [Fact]
    public async Task LeaseAsync_ClockPutBack_DoesNotBlockWork()
    {
        var access = await AccessAsync();
        await AppendAsync(access, "s", Said("one"));
        await Store.Jobs.FailAsync(Assert.Single(await LeaseAsync()), "x", TimeSpan.FromHours(1));
        Time.Advance(TimeSpan.FromDays(-400));

        Assert.Single(await LeaseAsync());
    }

    [Fact]
    public async Task FailAsync_Delay_IsDueAgainLaterWithItsError()
    {
        var access = await AccessAsync();
        await AppendAsync(access, "s", Said("one"));
        await Store.Jobs.FailAsync(Assert.Single(await LeaseAsync()), "the model said no", TimeSpan.FromSeconds(30));

        Assert.Empty(await LeaseAsync());
        Assert.Equal(new JobCounts(1, 0, "the model said no"), await Store.Jobs.CountAsync(access));
        Time.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal(1, Assert.Single(await LeaseAsync()).Attempts);
    }

    [Fact]
    public async Task FailAsync_NoDelay_IsDeadAndDoesNotBlockTheSession()
    {
        var access = await AccessAsync();
        await AppendAsync(access, "s", Said("poison"));
        await Store.Jobs.FailAsync(Assert.Single(await LeaseAsync()), "never", null);
        await AppendAsync(access, "s", Said("fine"));

        Assert.Equal("fine", Assert.Single(await Store.Jobs.LoadAsync(await LeaseAsync())).Content.Text);
        Assert.Equal((1, 1), ((await Store.Jobs.CountAsync(null)).Queued, (await Store.Jobs.CountAsync(null)).Dead));
        Assert.Equal(0, (await Store.Jobs.CountAsync(await AccessAsync("bob"))).Dead);
    }

    [Fact]
    public async Task RetryDeadAsync_DeadJobs_AreDueAgain()
    {
        var access = await AccessAsync();
        await AppendAsync(access, "s", Said("one"));
        await Store.Jobs.FailAsync(Assert.Single(await LeaseAsync()), "never", null);

        Assert.Equal(1, await Store.Jobs.RetryDeadAsync(access));

        Assert.Equal(0, Assert.Single(await LeaseAsync()).Attempts);
    }

    [Fact]
    public async Task RenewAsync_HeldLease_LastsLongerAndALostOneDoesNot()
    {
        await AppendAsync(await AccessAsync(), "s", Said("one"));
        var held = await LeaseAsync();
        Time.Advance(Minute * 0.9);
        Assert.True(await Store.Jobs.RenewAsync(held, Minute));
        Time.Advance(Minute * 0.9);

        Assert.Empty(await LeaseAsync());
        Time.Advance(Minute);
        Assert.Single(await LeaseAsync());
        Assert.False(await Store.Jobs.RenewAsync(held, Minute));
    }

    [Fact]
    public async Task ReleaseAsync_Untried_IsDueAtOnceWithoutACountedAttempt()
    {
        var access = await AccessAsync();
        await AppendAsync(access, "s", Said("one"));

        await Store.Jobs.ReleaseAsync(await LeaseAsync());

        Assert.Equal(new JobCounts(1, 0, null) { Due = 1 }, await Store.Jobs.CountAsync(access));
        Assert.Equal(0, Assert.Single(await LeaseAsync()).Attempts);
    }

    [Fact]
    public async Task ReleaseAsync_UntilATime_WaitsAndSaysWhy()
    {
        var access = await AccessAsync();
        await AppendAsync(access, "s", Said("one"));
        var until = Time.Now.AddHours(1);

        await Store.Jobs.ReleaseAsync(await LeaseAsync(), until, "the hour is spent");

        Assert.Empty(await LeaseAsync());
        Assert.Equal(until, await Store.Jobs.NextDueAsync(JobKind.Read));
        Assert.Equal(new JobCounts(1, 0, null) { Paused = 1, PausedReason = "the hour is spent" }, await Store.Jobs.CountAsync(access));
        Time.Advance(TimeSpan.FromHours(1));
        Assert.Single(await LeaseAsync());
        Assert.Equal(new JobCounts(1, 0, null) { Due = 1 }, await Store.Jobs.CountAsync(access));
    }

    [Fact]
    public async Task NextDueAsync_HeldByAnother_IsTheEndOfItsLease()
    {
        await AppendAsync(await AccessAsync(), "s", Said("one"));
        await LeaseAsync();

        Assert.Equal(Time.Now + Minute, await Store.Jobs.NextDueAsync(JobKind.Read));
        Time.Advance(Minute);
        Assert.Single(await LeaseAsync());
    }

    [Fact]
    public async Task ApplyAsync_LeaseThatGoesOn_BecomesTheNextJobInTheSameStep()
    {
        var access = await AccessAsync();
        var id = (await AppendAsync(access, "s", Said("one")))[0];
        var held = await LeaseAsync();

        await Store.Records.ApplyAsync(access, [], [.. held.Select(lease => lease with { Then = JobKind.Refine })]);

        Assert.Empty(await LeaseAsync());
        var next = Assert.Single(await Store.Jobs.LeaseAsync(JobKind.Refine, 10, Minute));
        Assert.Equal((id, id, "s", 0), (next.First, next.Last, next.Session, next.Attempts));
        Assert.Null(await Store.Records.ApplyAsync(access, [], held));
    }

    [Fact]
    public async Task LeaseAsync_HigherPriority_GoesFirst()
    {
        var access = await AccessAsync();
        await AppendAsync(access, "imported", Said("one"));
        await Store.Evidence.AppendAsync(access, new() { Session = "live", Items = [Said("two")], Priority = 1 });

        Assert.Equal("live", Assert.Single(await LeaseAsync()).Session);
        Assert.Equal("imported", Assert.Single(await LeaseAsync()).Session);
    }

    [Fact]
    public async Task FailAsync_LostLease_ChangesNothing()
    {
        await AppendAsync(await AccessAsync(), "s", Said("one"));
        var lost = Assert.Single(await LeaseAsync());
        Time.Advance(TimeSpan.FromMinutes(2));
        var held = Assert.Single(await LeaseAsync());

        await Store.Jobs.FailAsync(lost, "late", null);

        Assert.Single(await Store.Jobs.LoadAsync([held]));
        Assert.Equal(0, (await Store.Jobs.CountAsync(null)).Dead);
    }

    [Fact]
    public async Task LoadAsync_AbandonedMeanwhile_IsLeftOut()
    {
        var access = await AccessAsync();
        var ids = await AppendAsync(access, "s", Said("one"), Said("two"));
        await Store.Evidence.AppendAsync(access, new() { Session = "s", Items = [], Abandon = [ids[1]] });

        Assert.Equal("one", Assert.Single(await Store.Jobs.LoadAsync(await LeaseAsync())).Content.Text);
    }

    [Fact]
    public async Task EnqueueAsync_OtherKind_IsLeasedAsThatKind()
    {
        var access = await AccessAsync();
        var ids = await AppendAsync(access, "s", Said("one"), Said("two"));

        await Store.Jobs.EnqueueAsync(access, JobKind.Refine, "s", ids[0], ids[1]);

        var lease = Assert.Single(await Store.Jobs.LeaseAsync(JobKind.Refine, 10, Minute));
        Assert.Equal((JobKind.Refine, ids[0], ids[1]), (lease.Kind, lease.First, lease.Last));
        Assert.Single(await LeaseAsync());
    }

    [Fact]
    public async Task LeaseAsync_ManyWorkers_NeverShareAJob()
    {
        foreach (var user in Enumerable.Range(0, 12))
        {
            await AppendAsync(await AccessAsync($"u{user}"), "s", Said("one"));
        }

        var leases = (await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => LeaseAsync()))).SelectMany(static lease => lease).ToList();

        Assert.Equal(12, leases.Count);
        Assert.Equal(12, leases.Select(static lease => lease.Id).Distinct().Count());
    }

    private Task<IReadOnlyList<JobLease>> LeaseAsync(int limit = 10) => Store.Jobs.LeaseAsync(JobKind.Read, limit, Minute);
}
