using System.Reflection;
using System.Text.Json.Serialization.Metadata;

namespace GridGovernance.Sdk.Interchange;

/// <summary>Lets a record say itself what a member is that a file leaves out: <c>public int Days { get; init; } = 30;</c>.</summary>
/// <remarks>A generated contract sets all members as it creates a record, those that are not there to zero. Here the record is created first, and then takes what the file gives.</remarks>
internal static class OwnDefaults
{
    /// <summary>Changes the contract of a record whose members have defaults of their own; others stay as they are.</summary>
    /// <param name="contract">The contract.</param>
    internal static void Keep(JsonTypeInfo contract)
    {
        if (contract.ConstructorAttributeProvider is not ConstructorInfo constructor || constructor.GetParameters().Length > 0)
        {
            return;
        }

        var standard = constructor.Invoke(null);
        var own = contract.Properties.Where(property => !property.IsRequired && property.Get?.Invoke(standard) is { } value && !GovernanceResolver.IsZero(value)).ToArray();
        if (own.Length == 0)
        {
            return;
        }

        contract.CreateObject = () => constructor.Invoke(null);
        foreach (var property in contract.Properties)
        {
            property.Set = property.AttributeProvider is PropertyInfo member ? member.SetValue : property.Set;
        }

        // Nothing is not what absence means here, so that it is written too.
        foreach (var property in own)
        {
            property.ShouldSerialize = null;
        }
    }
}
