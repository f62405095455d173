using GridGovernance.Sdk.Lifecycles;

namespace GridGovernance.Sdk.Interchange;

/// <summary>Published lifecycles as data, each citing its source: to use, to rename the parties of, or to begin a county's own with.</summary>
/// <remarks>
/// <para>What a statute or an article fixes is as it says; every other limit is marked <c>sample</c> in <see cref="LifecycleDefinition.Source"/>.
/// Each analyses without a finding. Posts are named by common codes; a county renames them to its own.</para>
/// <para>This type is immutable and safe to share between threads.</para>
/// </remarks>
public static class LifecyclePresets
{
    /// <summary>Gets the daily matter (日常事项): handled on the spot where the lists allow it (自办自结), with an emergency shortcut.</summary>
    public static LifecycleDefinition Daily { get; } = Read("daily");

    /// <summary>Gets the ordinary matter (一般事项), with an emergency shortcut.</summary>
    public static LifecycleDefinition Ordinary { get; } = Read("ordinary");

    /// <summary>Gets the serious matter (严重事项), with an emergency shortcut.</summary>
    public static LifecycleDefinition Serious { get; } = Read("serious");

    /// <summary>Gets the seven steps of digital city management (数字城管七步流程), with verification before filing and a check before closure.</summary>
    public static LifecycleDefinition DigitalCity { get; } = Read("digital-city");

    /// <summary>Gets the work order of a 12345 hotline (12345热线工单), with objections to the dispatch and the call back.</summary>
    public static LifecycleDefinition Hotline12345 { get; } = Read("hotline-12345");

    /// <summary>Gets the whistle of a street or township to the departments (街乡吹哨、部门报到): daily, key and emergency.</summary>
    public static LifecycleDefinition Whistle { get; } = Read("whistle");

    /// <summary>Gets the mediation of a dispute (矛盾纠纷调解), with judicial confirmation and litigation.</summary>
    public static LifecycleDefinition Mediation { get; } = Read("mediation");

    /// <summary>Gets the petition (信访) with its statutory clocks: acceptance, objection, handling, review and final review.</summary>
    public static LifecycleDefinition Petition { get; } = Read("petition");

    /// <summary>Gets the service by proxy (代办).</summary>
    public static LifecycleDefinition AgencyService { get; } = Read("agency-service");

    /// <summary>Gets the hazard alert (险情预警): control first, then assess and treat.</summary>
    public static LifecycleDefinition HazardAlert { get; } = Read("hazard-alert");

    /// <summary>Gets all of them.</summary>
    public static EquatableArray<LifecycleDefinition> All { get; } =
        [Daily, Ordinary, Serious, DigitalCity, Hotline12345, Whistle, Mediation, Petition, AgencyService, HazardAlert];

    private static LifecycleDefinition Read(string code)
    {
        var read = GovernanceJson.Read<LifecycleDefinition>(LifecyclePresetFiles.Read(code), code + ".json");
        return read.Value ?? throw new GovernanceException(read.Report);
    }
}
