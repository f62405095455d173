using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Hosting;
using GridGovernance.Sdk.Lifecycles;
using GridGovernance.Sdk.Tests.Cases;
using Microsoft.Extensions.DependencyInjection;

namespace GridGovernance.Sdk.Tests.Hosting;

public sealed class GridGovernanceServicesTests
{
    private static readonly ServiceProviderOptions Strict = new() { ValidateScopes = true, ValidateOnBuild = true };

    [Fact]
    public async Task AddGridGovernance_AFolderAndAMap_HostsTheCaseDesk()
    {
        await using var provider = new ServiceCollection()
            .AddGridGovernance(options =>
            {
                options.ModelFolder = SampleModel.Folder;
                options.Map = SmallCounty.Map;
            })
            .BuildServiceProvider(Strict);
        await using var scope = provider.CreateAsyncScope();

        Assert.Same(provider.GetRequiredService<CaseDesk>(), scope.ServiceProvider.GetRequiredService<CaseDesk>());
        Assert.Same(provider.GetRequiredService<GovernanceModel>().Lifecycles, provider.GetRequiredService<LifecycleCatalogue>());
        Assert.Null(await provider.GetRequiredService<CaseDesk>().FindAsync("no-such-case"));
    }

    [Fact]
    public void AddGridGovernance_AHostsOwnStore_IsUsed()
    {
        var store = new InMemoryEventStore();
        using var provider = new ServiceCollection()
            .AddSingleton<IEventStore>(store)
            .AddGridGovernance(options =>
            {
                options.Model = GovernanceModel.LoadOrThrow(SampleModel.Folder);
                options.Map = SmallCounty.Map;
            })
            .BuildServiceProvider(Strict);

        Assert.Same(store, provider.GetRequiredService<IEventStore>());
        Assert.NotNull(provider.GetRequiredService<CaseEngine>());
    }

    [Fact]
    public void AddGridGovernance_WithoutAMap_RegistersTheModelAlone()
    {
        using var provider = new ServiceCollection()
            .AddGridGovernance(options => options.ModelFolder = SampleModel.Folder)
            .BuildServiceProvider(Strict);

        Assert.NotNull(provider.GetService<GovernanceModel>());
        Assert.Null(provider.GetService<CaseEngine>());
    }

    [Fact]
    public void AddGridGovernance_NeitherFolderNorModel_Throws() =>
        Assert.Throws<ArgumentException>(() => new ServiceCollection().AddGridGovernance(_ => { }));

    [Fact]
    public void AddGridGovernance_AFaultyModel_DoesNotStart() =>
        Assert.Throws<GovernanceException>(() => new ServiceCollection().AddGridGovernance(options => options.ModelFolder = "no-such-folder"));
}
