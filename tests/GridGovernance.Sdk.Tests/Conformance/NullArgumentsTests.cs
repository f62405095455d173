using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using GridGovernance.Sdk.Simulation.Streams;

namespace GridGovernance.Sdk.Tests.Conformance;

/// <summary>Whoever passes null where none is allowed is told which argument it was, in every public member of the packages.</summary>
public sealed class NullArgumentsTests
{
    private static readonly NullabilityInfoContext Nullability = new();

    [Theory]
    [InlineData(typeof(Finding))]
    [InlineData(typeof(RandomStream))]
    public void EveryPublicMember_GivenNull_NamesTheArgument(Type inPackage)
    {
        var (tried, silent) = (0, new List<string>());
        foreach (var member in inPackage.Assembly.GetExportedTypes().Where(static type => !type.IsInterface && !type.IsSubclassOf(typeof(Delegate))).SelectMany(MembersOf))
        {
            foreach (var parameter in member.GetParameters().Where(MayNotBeNull))
            {
                var fault = Call(member, parameter);
                tried++;
                if (fault is ArgumentException { ParamName: { } other } and not ArgumentNullException && !string.Equals(other, parameter.Name, StringComparison.Ordinal))
                {
                    continue; // another argument was looked at first, and is not what the member expects either
                }

                if (fault is not ArgumentNullException { ParamName: var name } || !string.Equals(name, parameter.Name, StringComparison.Ordinal))
                {
                    silent.Add($"{member.DeclaringType!.FullName}.{member.Name}({parameter.Name}): {fault?.GetType().Name ?? "nothing"} {(fault as ArgumentException)?.ParamName}");
                }
            }
        }

        Assert.True(tried > 50, $"{tried} arguments were tried.");
        Assert.True(silent.Count == 0, $"{silent.Count} of {tried}:\n{string.Join('\n', silent)}");
    }

    private static IEnumerable<MethodBase> MembersOf(Type type)
    {
        const BindingFlags Public = BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;
        var isRecord = type.GetMethod("<Clone>$") is not null || type.GetMethod("PrintMembers", BindingFlags.NonPublic | BindingFlags.Instance) is not null;
        return type.GetMembers(Public).OfType<MethodBase>().Where(member =>
            !member.IsSpecialName && !member.IsDefined(typeof(CompilerGeneratedAttribute)) && !member.IsAbstract && !member.ContainsGenericParameters
            && member.Name is not ("Equals" or "CompareTo") && !type.IsByRefLike && member is not MethodInfo { ReturnType.IsByRefLike: true }
            && Array.TrueForAll(member.GetParameters(), static parameter => !parameter.ParameterType.IsByRefLike && parameter.ParameterType is { IsByRef: false, IsPointer: false } or { IsByRef: true })
            && !(isRecord && member is ConstructorInfo));
    }

    private static bool MayNotBeNull(ParameterInfo parameter) =>
        !parameter.ParameterType.IsValueType && !parameter.ParameterType.IsByRef && Nullability.Create(parameter).WriteState == NullabilityState.NotNull;

    private static Exception? Call(MethodBase member, ParameterInfo without)
    {
        var arguments = Array.ConvertAll(member.GetParameters(), parameter => parameter.Position == without.Position ? null : Something(parameter.ParameterType));
        try
        {
            var result = member is ConstructorInfo constructor ? constructor.Invoke(arguments) : member.Invoke(member.IsStatic ? null : Something(member.DeclaringType!), arguments);
            if (result is System.Collections.IEnumerable sequence and not string)
            {
                sequence.GetEnumerator().MoveNext();
            }
            else if (result?.GetType().GetMethod(nameof(ValueTask<int>.AsTask)) is { } asTask)
            {
                ((Task)asTask.Invoke(result, null)!).Wait();
            }

            return null;
        }
        catch (AggregateException fault)
        {
            return fault.InnerException;
        }
        catch (TargetInvocationException fault)
        {
            return fault.InnerException;
        }
        catch (Exception fault) when (fault is ArgumentException or TargetException)
        {
            return fault;
        }
    }

    // Not made by any constructor: whoever guards its arguments looks at none of them before the guards.
    private static object? Something(Type type) =>
        type.IsByRef ? null
        : type == typeof(string) ? "1"
        : type.IsArray ? Array.CreateInstance(type.GetElementType()!, 0)
        : type.IsInterface || type.IsAbstract ? SomeImplementation(type)
        : type.IsSubclassOf(typeof(Delegate)) ? Idle(type)
        : type.IsPrimitive || type == typeof(decimal) ? Convert.ChangeType(type == typeof(double) || type == typeof(decimal) ? 0.5 : 1, type, System.Globalization.CultureInfo.InvariantCulture)
        : RuntimeHelpers.GetUninitializedObject(type);

    private static Delegate Idle(Type type)
    {
        var invoke = type.GetMethod("Invoke")!;
        return Expression.Lambda(type, Expression.Default(invoke.ReturnType), invoke.GetParameters().Select(static parameter => Expression.Parameter(parameter.ParameterType))).Compile();
    }

    private static object? SomeImplementation(Type type)
    {
        if (type.IsGenericType && type.GetGenericArguments() is [var item] && type.IsAssignableFrom(item.MakeArrayType()))
        {
            return Array.CreateInstance(item, 0);
        }

        var implementation = type.Assembly.GetTypes().FirstOrDefault(candidate => candidate is { IsClass: true, IsAbstract: false, ContainsGenericParameters: false } && type.IsAssignableFrom(candidate));
        return implementation is null ? null : RuntimeHelpers.GetUninitializedObject(implementation);
    }
}
