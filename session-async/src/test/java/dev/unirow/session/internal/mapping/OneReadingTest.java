package dev.unirow.session.internal.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.model.Models;
import dev.unirow.model.SeenByModels;
import dev.unirow.model.spi.MappedClass;
import dev.unirow.query.SeenByQueries;
import dev.unirow.session.internal.mapping.odd.OddAccess;
import dev.unirow.session.internal.mapping.odd.OddKeys;
import dev.unirow.session.internal.mapping.odd.OddModels;
import dev.unirow.session.internal.mapping.odd.OddNames;
import dev.unirow.session.internal.mapping.odd.OddSuperclasses;
import dev.unirow.session.internal.mapping.odd.OddTypes;
import dev.unirow.session.internal.mapping.odd.OddValues;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Hibernate, {@code Models} and statements see the same attributes of a model, of one type, read in one way. */
class OneReadingTest {
    enum Case {
        KEY_ON_FIELD(OddAccess.KeyOnField.class),
        KEY_ON_GETTER(OddAccess.KeyOnGetter.class),
        ONE_BY_GETTER(OddAccess.OneByGetter.class),
        ONE_BY_FIELD(OddAccess.OneByField.class),
        KEY_FIELD_BY_GETTER(OddAccess.KeyFieldByGetter.class),
        KEY_FIELD_BY_GETTER_ALONE(OddAccess.KeyFieldByGetterAlone.class),
        BELOW_KEY_GETTER(OddSuperclasses.BelowKeyGetter.class),
        FIELDS_BELOW_KEY_GETTER(OddSuperclasses.FieldsBelowKeyGetter.class),
        FIELDS_BELOW_GETTERS(OddSuperclasses.FieldsBelowGetters.class),
        KEY_FIELD_BELOW(OddSuperclasses.KeyFieldBelow.class),
        GETTERS_BELOW_MODEL(OddSuperclasses.ModelAbove.class, OddSuperclasses.GettersBelowModel.class),
        BELOW_MODEL_BY_GETTER(OddSuperclasses.ModelByGetter.class, OddSuperclasses.BelowModelByGetter.class),
        GETTERS_BELOW_FIELDS(OddSuperclasses.GettersBelowFields.class),
        SETTERS_ELSEWHERE(OddSuperclasses.SettersElsewhere.class),
        NOT_STORED(OddNames.NotStored.class),
        NOT_STORED_BY_GETTER(OddNames.NotStoredByGetter.class),
        IS_AND_GET(OddNames.IsAndGet.class),
        KOTLIN_FIELDS(OddNames.KotlinFields.class),
        KOTLIN_GETTERS(OddNames.KotlinGetters.class),
        LOMBOK_FLUENT(OddNames.LombokFluent.class),
        BELOW_UNMAPPED(OddModels.BelowUnmapped.class),
        SAME_NAME_BELOW(OddModels.SameNameBelow.class),
        OVERRIDDEN_GETTER(OddModels.OverriddenGetter.class),
        NAMED_OTHERWISE(OddModels.NamedOtherwise.class),
        OUR_MODEL(OddModels.OurModel.class),
        SECRET_PART(OddModels.SecretPartByGetter.class),
        SECRET_FIELD(OddModels.SecretField.class),
        ENHANCED_FIELDS(enhanced("EnhancedFields")),
        ENHANCED_GETTERS(enhanced("EnhancedGetters")),
        SEVERAL_LEVELS(OddTypes.SeveralLevels.class),
        BOUNDED(OddTypes.Bounded.class, OddTypes.KeyedModel.class),
        BRIDGED(OddTypes.Bridged.class),
        NOT_BRIDGED(OddTypes.NotBridged.class),
        TARGETED(OddTypes.Targeted.class, OddTypes.TargetModel.class),
        CONVERTED(OddTypes.Converted.class, OddTypes.PointText.class),
        MONEY_BY_FIELD(OddValues.MoneyByField.class),
        MONEY_BY_GETTER(OddValues.MoneyByGetter.class),
        ONE_MONEY_BY_GETTER(OddValues.OneMoneyByGetter.class),
        MANY_MONEYS_BY_GETTER(OddValues.ManyMoneysByGetter.class),
        ONE_OF_MANY_BY_GETTER(OddValues.OneOfManyByGetter.class),
        FIELDS_OVER_ANNOTATED_GETTERS(OddValues.FieldsOverAnnotatedGetters.class),
        OWN_GETTERS_IN_FIELDS(OddValues.OwnGettersInFields.class),
        INHERITED(OddValues.Inherited.class),
        SPECIAL(OddValues.SpecialHolder.class, OddValues.Special.class, OddValues.General.class),
        SPAN_BY_FIELD(OddValues.SpanByField.class),
        PAIR_BY_GETTER(OddValues.PairByGetter.class),
        RECORD_KEY(OddKeys.RecordKey.class),
        KEY_IN_TWO_CLASSES(OddKeys.KeyInTwoClasses.class),
        RECORD_KEY_BY_GETTER(OddKeys.RecordKeyByGetter.class),
        EMBEDDED_RECORD(OddKeys.EmbeddedRecord.class),
        EMBEDDED_BY_GETTER(OddKeys.EmbeddedByGetter.class),
        PART_IS_REFERENCE(OddKeys.PartIsReference.class, OddKeys.Referred.class);

        private final List<Class<?>> classes;

        Case(Class<?>... classes) {
            this.classes = List.of(classes);
        }

        private static Class<?> enhanced(String model) {
            return EnhancingLoader.define(OddModels.lookup(), OddModels.class.getName() + "$" + model);
        }
    }

    @ParameterizedTest
    @EnumSource
    void attributesAreThoseOfHibernate(Case one) {
        try (SeenByHibernate hibernate = new SeenByHibernate(one.classes)) {
            assertThat(hibernate.models()).isNotEmpty().allSatisfy(model -> {
                SeenAttributes expected = hibernate.of(model);
                assertThat(SeenByModels.of(model).attributes()).isEqualTo(expected.attributes());
                assertThat(SeenByQueries.of(model).attributes())
                        .isEqualTo(expected.withoutParts(expected).attributes());
                assertThat(SeenByQueries.entityName(model)).isEqualTo(hibernate.entityName(model));
            });
        }
    }

    @Test
    void anEmbeddedValueIsMadeAndDumpedAsItsModelReadsIt() {
        OddValues.MoneyByGetter byGetter = Models.from(
                OddValues.MoneyByGetter.class,
                Map.of("money", Map.of("amount", 3), "wallet", Map.of("money", Map.of())));
        OddValues.MoneyByField byField =
                Models.from(OddValues.MoneyByField.class, Map.of("money", Map.of("number", 3)));

        assertThat(byGetter.getMoney().getAmount()).isEqualTo(3);
        assertThat(Models.dump(byGetter))
                .containsEntry("money", Map.of("amount", 3, "label", "l"))
                .containsEntry("wallet", Map.of("money", Map.of("amount", 0, "label", "l")));
        assertThat(Models.dump(byField)).containsEntry("money", Map.of("number", 3));
        assertThat(Models.jsonSchema(OddValues.MoneyByGetter.class).toString())
                .contains("\"amount\"", "\"label\"")
                .doesNotContain("\"number\"");
    }

    @Test
    void aSetterIsFoundInASuperclassAndByAWiderType() {
        OddSuperclasses.SettersElsewhere made =
                Models.from(OddSuperclasses.SettersElsewhere.class, Map.of("id", 1, "shown", "s", "size", 2));

        assertThat(made.getId()).isEqualTo(1);
        assertThat(made.getShown()).isEqualTo("s");
        assertThat(made.getSize()).isEqualTo(2);
    }

    @Test
    void aFieldThatIsPrivateHidesWhatItsGetterReads() {
        OddModels.SecretField model = new OddModels.SecretField();

        assertThat(Models.dump(model)).containsOnlyKeys("id");
    }

    @Test
    void aGetterThatIsPrivateIsNotPrintedByTheFieldBehindIt() {
        OddModels.SecretPartByGetter model =
                Models.from(OddModels.SecretPartByGetter.class, Map.of("id", 1, "part", Map.of("code", "c")));

        assertThat(model.toString()).isEqualTo("SecretPartByGetter(id=1, part=SecretPart(shown=\"s\"))");
        assertThat(Models.dump(model)).containsEntry("part", Map.of("shown", "s"));
    }

    @Test
    void aSubclassThatIsNotMappedIsTheModelItExtends() {
        OddAccess.KeyOnField proxy = new OddAccess.KeyOnField() {};

        assertThat(MappedClass.model(proxy.getClass())).isEqualTo(OddAccess.KeyOnField.class);
        assertThat(MappedClass.model(OddValues.Money.class)).isNull();
    }
}
