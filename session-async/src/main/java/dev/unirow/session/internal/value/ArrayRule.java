package dev.unirow.session.internal.value;

/** Of a column that holds many values. */
record ArrayRule(ValueRule element) implements ValueRule {
    @Override
    public boolean cuts() {
        return element.cuts();
    }

    @Override
    public Object kept(Object value) {
        return Replaced.ofArray(value, each -> ValueRule.kept(element, each));
    }
}
