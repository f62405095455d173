using System.Text.Json.Serialization;
using GridGovernance.Sdk.Fieldwork;

namespace GridGovernance.Sdk.Interchange;

/// <summary>The generated contracts of the events of fieldwork.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(SubjectEnrolled))]
[JsonSerializable(typeof(SubjectReclassified))]
[JsonSerializable(typeof(SubjectMoved))]
[JsonSerializable(typeof(SubjectReleased))]
[JsonSerializable(typeof(VisitMade))]
[JsonSerializable(typeof(VisitAttempted))]
[JsonSerializable(typeof(FieldDutyDone))]
[JsonSerializable(typeof(ColourGiven))]
[JsonSerializable(typeof(ColourAppealed))]
[JsonSerializable(typeof(ColourAppealAnswered))]
[JsonSerializable(typeof(EmergencyStruck))]
[JsonSerializable(typeof(EmergencyNoticed))]
[JsonSerializable(typeof(EmergencyReported))]
[JsonSerializable(typeof(EmergencyRegraded))]
[JsonSerializable(typeof(EmergencyChanged))]
[JsonSerializable(typeof(EmergencyControlled))]
[JsonSerializable(typeof(ServiceRequested))]
[JsonSerializable(typeof(ServiceAnswered))]
[JsonSerializable(typeof(ServiceHandedIn))]
[JsonSerializable(typeof(ServiceDelivered))]
[JsonSerializable(typeof(ServiceWithdrawn))]
internal sealed partial class FieldworkEventContext : JsonSerializerContext;
