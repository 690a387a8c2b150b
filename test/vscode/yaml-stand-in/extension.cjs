// Offers what the YAML extension offers to others, and keeps what they register so that a test can ask for it.
const contributors = new Map();

exports.activate = () => ({
  registerContributor(name, requestSchema, requestSchemaContent, label) {
    contributors.set(name, { requestSchema, requestSchemaContent, label });
    return true;
  },
  contributors,
});
