using GridGovernance.Sdk.Simulation.Experiments;

namespace GridGovernance.Sdk.Simulation.Studies;

/// <summary>A scenario ready to run: its parameters as text, its model, and what is measured.</summary>
internal sealed record StudyPreparation(string Text, Action<Replication> Run, EquatableArray<StudyMeasure> Measures);
