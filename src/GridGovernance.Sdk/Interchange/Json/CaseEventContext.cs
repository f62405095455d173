using System.Text.Json.Serialization;
using GridGovernance.Sdk.Cases.Events;

namespace GridGovernance.Sdk.Interchange;

/// <summary>The generated contracts of the events of a case.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(CaseReported))]
[JsonSerializable(typeof(CaseMoved))]
[JsonSerializable(typeof(CaseDispatched))]
[JsonSerializable(typeof(CaseEscalated))]
[JsonSerializable(typeof(CaseEvaluated))]
[JsonSerializable(typeof(CaseMigrated))]
[JsonSerializable(typeof(CaseRecorded))]
[JsonSerializable(typeof(CaseSized))]
[JsonSerializable(typeof(CaseMerged))]
[JsonSerializable(typeof(TeamAttached))]
[JsonSerializable(typeof(SubtaskAssigned))]
[JsonSerializable(typeof(SubtaskFinished))]
[JsonSerializable(typeof(SubtaskMissed))]
[JsonSerializable(typeof(ClockStarted))]
[JsonSerializable(typeof(ClockPaused))]
[JsonSerializable(typeof(ClockResumed))]
[JsonSerializable(typeof(ClockStopped))]
[JsonSerializable(typeof(DeadlineExtended))]
[JsonSerializable(typeof(DeadlineMissed))]
internal sealed partial class CaseEventContext : JsonSerializerContext;
