using GridGovernance.Sdk.Hosting;
using GridGovernance.Sdk.Simulation.Changes;
using GridGovernance.Sdk.Simulation.Experiments;
using GridGovernance.Sdk.Simulation.Provinces;

namespace GridGovernance.Sdk.Simulation.Studies;

/// <summary>One thing that studies can simulate: its parameters, and how a scenario is prepared.</summary>
internal sealed record StudyKind(string Code, bool NeedsModel, Func<GovernanceModel?, IReadOnlyList<RuleChange>, List<Finding>, StudyPreparation?> Prepare)
{
    internal static EquatableArray<StudyKind> All { get; } =
    [
        new("county", true, static (model, changes, findings) => Prepared(CountyStudyParameters.Default, changes, findings, parameters =>
        {
            var scenario = CountyScenario.Create(model!, parameters);
            return new(scenario.As("x").Text, replication => CountyScenario.Run(scenario, replication), scenario.Measures);
        })),
        new("province", true, static (model, changes, findings) => Prepared(new ProvinceParameters(), changes, findings, parameters =>
        {
            ProvinceRules.Check(model!, parameters);
            var study = new ProvinceStudy(model!);
            return new(study.As("x", parameters).Text, replication => study.Run(parameters, replication), ProvinceStudy.Measures);
        })),
        new("notice", true, static (model, changes, findings) => Prepared(new NoticeParameters(), changes, findings, parameters =>
        {
            NoticeStudy.Check(model!, parameters);
            var study = new NoticeStudy(model!);
            return new(study.As("x", parameters).Text, replication => study.Run(parameters, replication), NoticeStudy.Measures);
        })),
        new("sampling", false, static (_, changes, findings) => Prepared(
            new SamplingParameters(), changes, findings, parameters =>
            {
                SamplingStudy.Check(parameters);
                return new(StudyJson.TextOf(parameters), replication => SamplingStudy.Run(parameters, replication), SamplingStudy.Measures);
            })),
        new("collection", true, static (model, changes, findings) => Prepared(new CollectionParameters(), changes, findings, parameters =>
        {
            CollectionStudy.Check(model!, parameters);
            var study = new CollectionStudy(model!);
            return new(study.As("x", parameters).Text, replication => study.Run(parameters, replication), CollectionStudy.Measures);
        })),
    ];

    // What does not fit is told by whoever finds it: a parameter of the wrong form here, numbers that do not go together by the model.
    private static StudyPreparation? Prepared<T>(T parameters, IReadOnlyList<RuleChange> changes, List<Finding> findings, Func<T, StudyPreparation> prepare)
    {
        var before = findings.Count;
        parameters = StudyJson.Changed(parameters, changes, findings);
        if (findings.Count > before)
        {
            return null;
        }

        try
        {
            return prepare(parameters);
        }
        catch (ArgumentException unfit)
        {
            findings.Add(Finding.Error(StudyMessages.All["studies.unfit", FaultText.Of(unfit)]));
            return null;
        }
    }
}
