using GridGovernance.Sdk.Simulation.Experiments;

namespace GridGovernance.Sdk.Simulation.Studies;

/// <summary>A scenario ready to run: its parameters as text, and its model.</summary>
internal sealed record StudyPreparation(string Text, Action<Replication> Run);
