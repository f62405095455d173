using GridGovernance.Sdk.Cases;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace GridGovernance.Sdk.Hosting;

/// <summary>Registers a model and the services over it.</summary>
public static class GridGovernanceServices
{
    /// <summary>Registers a model, its parts, and with a map also <see cref="CaseEngine"/> and <see cref="CaseDesk"/>: all of them singletons.</summary>
    /// <remarks>
    /// <para>The model is loaded here and now: a county with a faulty model does not start.</para>
    /// <para><see cref="IEventStore"/>, <see cref="IEffectOutlet"/> and <see cref="IDueIndex"/> are the in-memory ones unless the host
    /// registers its own, before or after.</para>
    /// </remarks>
    /// <param name="services">The host's services.</param>
    /// <param name="configure">Fills in the options.</param>
    /// <returns>The same services.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">Neither or both of folder and model are given.</exception>
    /// <exception cref="GovernanceException">The model has errors; the exception carries the report.</exception>
    public static IServiceCollection AddGridGovernance(this IServiceCollection services, Action<GridGovernanceOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        var options = new GridGovernanceOptions();
        configure(options);
        var model = (options.Model, options.ModelFolder) switch
        {
            ({ } given, null) => given,
            (null, { } folder) => GovernanceModel.LoadOrThrow(folder, options.ModelOptions),
            _ => throw new ArgumentException(
                $"Exactly one of \"{nameof(options.Model)}\" and \"{nameof(options.ModelFolder)}\" must be given.", nameof(configure)),
        };
        services.AddSingleton(model);
        services.AddSingleton(model.Scheme);
        services.AddSingleton(model.Calendar);
        services.AddSingleton(model.Establishment);
        services.AddSingleton(model.Matters);
        services.AddSingleton(model.EntryList);
        services.AddSingleton(model.AuthorityList);
        services.AddSingleton(model.Lifecycles);
        if (options.Map is { } map)
        {
            services.AddSingleton(map);
            services.AddSingleton(model.ToCaseModel(map, options.Roster, options.OpenCasesModel));
            services.AddSingleton<CaseEngine>();
            services.TryAddSingleton<IEventStore, InMemoryEventStore>();
            services.TryAddSingleton<IEffectOutlet, InMemoryEffectOutlet>();
            services.TryAddSingleton<IDueIndex, InMemoryDueIndex>();
            services.AddSingleton(static provider => new CaseDesk(
                provider.GetRequiredService<CaseEngine>(),
                provider.GetRequiredService<IEventStore>(),
                provider.GetRequiredService<IEffectOutlet>(),
                provider.GetRequiredService<IDueIndex>()));
        }

        return services;
    }
}
