using GridGovernance.Sdk.Fieldwork;
using GridGovernance.Sdk.Interchange.Values;

namespace GridGovernance.Sdk.Interchange;

/// <summary>The event files of fieldwork: what a host stores of visits, duties, colours, emergencies and services, and folds again.</summary>
/// <remarks>Campaigns and broadcasts are kept as logs, a line an entry: <see cref="CampaignEntry"/> and <see cref="BroadcastEntry"/>. This type is safe to share between threads.</remarks>
public static class FieldworkEventJson
{
    private static readonly JsonFormat Format = new(FieldworkEventContext.Default, Values());

    /// <summary>Gets the format of the events of those who are visited, by subject.</summary>
    public static EventJson<VisitEvent> Visits { get; } = new(
        "visitEventRow", "subject", Format,
        Visit<SubjectEnrolled>("subject-enrolled"), Visit<SubjectReclassified>("subject-reclassified"), Visit<SubjectMoved>("subject-moved"), Visit<SubjectReleased>("subject-released"),
        Visit<VisitMade>("visit-made"), Visit<VisitAttempted>("visit-attempted"));

    /// <summary>Gets the format of the events of risk colours, by what is coloured.</summary>
    public static EventJson<ColourEvent> Colours { get; } = new(
        "colourEventRow", "subject", Format, Colour<ColourGiven>("colour-given"), Colour<ColourAppealed>("colour-appealed"), Colour<ColourAppealAnswered>("colour-appeal-answered"));

    /// <summary>Gets the format of the events of emergencies, by emergency.</summary>
    public static EventJson<EmergencyEvent> Emergencies { get; } = new(
        "emergencyEventRow", "emergency", Format,
        Emergency<EmergencyNoticed>("emergency-noticed"), Emergency<EmergencyReported>("emergency-reported"), Emergency<EmergencyRegraded>("emergency-regraded"),
        Emergency<EmergencyChanged>("emergency-changed"), Emergency<EmergencyControlled>("emergency-controlled"), Emergency<EmergencyStruck>("emergency-struck"));

    /// <summary>Gets the format of the events of services done for people, by service.</summary>
    public static EventJson<ProxyServiceEvent> Services { get; } = new(
        "serviceEventRow", "service", Format,
        Service<ServiceRequested>("service-requested"), Service<ServiceHandedIn>("service-handed-in"), Service<ServiceAnswered>("service-answered"),
        Service<ServiceDelivered>("service-delivered"), Service<ServiceWithdrawn>("service-withdrawn"));

    /// <summary>Gets the format of what was done of patrols, inspections and meetings, by plan.</summary>
    public static EventJson<FieldDutyDone> Duties { get; } = new("dutyEventRow", "plan", Format, EventKind<FieldDutyDone>.Of<FieldDutyDone>("duty-done", Format));

    private static ValueTypes Values() => GovernanceValues.Create()
        .List<FieldFinding>()
        .List<VoicedNeed>()
        .Choice<DemandCategory>()
        .List<EmergencyStep>()
        .List<EmergencyGrade>()
        .Choice<EmergencyTier>();

    private static EventKind<VisitEvent> Visit<T>(string name)
        where T : VisitEvent => EventKind<VisitEvent>.Of<T>(name, Format);

    private static EventKind<ColourEvent> Colour<T>(string name)
        where T : ColourEvent => EventKind<ColourEvent>.Of<T>(name, Format);

    private static EventKind<EmergencyEvent> Emergency<T>(string name)
        where T : EmergencyEvent => EventKind<EmergencyEvent>.Of<T>(name, Format);

    private static EventKind<ProxyServiceEvent> Service<T>(string name)
        where T : ProxyServiceEvent => EventKind<ProxyServiceEvent>.Of<T>(name, Format);
}
