using System.Collections;
using System.Globalization;
using System.Reflection;
using GridGovernance.Sdk.Hosting;
using GridGovernance.Sdk.Interchange;
using GridGovernance.Sdk.Interchange.Shapes;

namespace GridGovernance.Sdk.Tests.Interchange;

/// <summary>What every record that stands in a file must keep to.</summary>
public sealed class DefinitionHabitsTests
{
    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-CN");

    [Fact]
    public void EveryObjectAndMember_IsDescribedInBothLanguages()
    {
        var keys = Objects().SelectMany(shape => shape.Members.Select(member => shape.Name + "." + member.Name).Prepend(shape.Name)).ToList();

        Assert.DoesNotContain(keys, key => FieldTexts.Find(key, CultureInfo.InvariantCulture) is null);
        Assert.DoesNotContain(keys, key => string.Equals(FieldTexts.Find(key, Chinese), FieldTexts.Find(key, CultureInfo.InvariantCulture), StringComparison.Ordinal));
        Assert.True(keys.Count > 150);
    }

    [Fact]
    public void EveryObject_HasANameOfItsOwn() =>
        Assert.Equal(Objects().Select(shape => shape.Name).Distinct(StringComparer.Ordinal).Count(), Objects().Count);

    // Source generation hands every init-only member its value, and the type's default where the file has none: an initialiser would be
    // lost. A default other than zero belongs into the constructor.
    [Fact]
    public void EveryOptionalMember_DefaultsToNothing()
    {
        foreach (var shape in Objects())
        {
            var constructor = shape.Type.GetConstructors().Single();
            var parameters = constructor.GetParameters();
            var instance = constructor.Invoke([.. parameters.Select(static parameter => parameter.HasDefaultValue ? parameter.DefaultValue : null)]);
            foreach (var member in shape.Members.Where(member => !member.Required && !parameters.Any(parameter => Names(parameter.Name!, member.Name))))
            {
                var property = shape.Type.GetProperties().Single(property => Names(property.Name, member.Name));
                Assert.True(IsNothing(property, instance), $"{shape.Type.Name}.{property.Name} has an initialiser, which reading a file loses.");
            }
        }
    }

    private static bool Names(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static bool IsNothing(PropertyInfo property, object instance) => property.GetValue(instance) switch
    {
        null => true,
        string => false,
        IEnumerable list => !list.Cast<object>().Any(),
        var value => value.Equals(Activator.CreateInstance(property.PropertyType)),
    };

    private static List<ObjectShape> Objects()
    {
        var found = new List<ObjectShape>();
        foreach (var attribute in typeof(GovernanceJsonContext).GetCustomAttributesData())
        {
            if (attribute.AttributeType.Name == "JsonSerializableAttribute")
            {
                GovernanceJson.Format.ShapeOf((Type)attribute.ConstructorArguments[0].Value!).CollectInto(found);
            }
        }

        Assert.True(found.Count > ModelFile.All.Count);
        return found;
    }
}
