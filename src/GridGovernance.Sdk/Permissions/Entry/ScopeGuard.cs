using System.Diagnostics.CodeAnalysis;

namespace GridGovernance.Sdk.Permissions;

/// <summary>A policy on what the grid is not for, against over-extension (网格泛化); it refuses whatever a list says.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Code">The code, which every decision names.</param>
/// <param name="Vitality">What it does with self-governance and vitality.</param>
/// <param name="Source">The source of the policy.</param>
public sealed record ScopeGuard(string Code, VitalityPolicy Vitality, string Source)
{
    /// <summary>Gets the policy that keeps both kinds of over-extension out: unrelated public affairs, and the building of social vitality.</summary>
    /// <remarks>吴结兵, 网格化管理的实践成效与发展方向: "既要防止大量无关公共事务进网格的网格泛化，更要防止社会活力建设进网格的网格泛化".</remarks>
    public static ScopeGuard Wu2020 { get; } = new("wu-2020", VitalityPolicy.Refuse, "吴结兵《网格化管理的实践成效与发展方向》");

    /// <summary>Gets the policy that lets consultation and recognition in as services, never as administrative tasks, and keeps unrelated public affairs out.</summary>
    /// <remarks>新时代网格化管理的核心逻辑: grid management joined with owners' committees and consultative democracy; X县: recognition by grid.</remarks>
    public static ScopeGuard Inclusive { get; } = new("inclusive", VitalityPolicy.ServiceOnly, "《新时代网格化管理的核心逻辑》; X县“三治融合”");

    /// <summary>Looks a preset up.</summary>
    /// <param name="code">Its code.</param>
    /// <param name="guard">The preset, or null.</param>
    /// <returns>True when there is one.</returns>
    public static bool TryFromCode(string? code, [NotNullWhen(true)] out ScopeGuard? guard)
    {
        guard = code switch
        {
            "wu-2020" => Wu2020,
            "inclusive" => Inclusive,
            _ => null,
        };
        return guard is not null;
    }

    /// <summary>Says whether a matter may come into a grid by its purpose.</summary>
    /// <param name="purpose">What the matter is for.</param>
    /// <param name="nature">How it would reach people.</param>
    /// <returns>True when the policy lets it in; the list decides the rest.</returns>
    public bool Admits(MatterPurpose purpose, TaskNature nature) => purpose switch
    {
        MatterPurpose.Order or MatterPurpose.Service => true,
        MatterPurpose.Vitality => Vitality == VitalityPolicy.ServiceOnly && nature == TaskNature.Service,
        _ => false,
    };
}
