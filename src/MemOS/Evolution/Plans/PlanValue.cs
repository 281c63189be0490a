using System.Text.Json.Serialization;

namespace MemOS.Evolution.Plans;

/// <summary>Where an argument of a planned call, or a part of it, comes from.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "from")]
[JsonDerivedType(typeof(ParameterValue), "parameter")]
[JsonDerivedType(typeof(ResultBinding), "result")]
[JsonDerivedType(typeof(ConstantValue), "constant")]
[JsonDerivedType(typeof(PersonValue), "person")]
[JsonDerivedType(typeof(ObjectValue), "object")]
[JsonDerivedType(typeof(ArrayValue), "array")]
public abstract record PlanValue;
