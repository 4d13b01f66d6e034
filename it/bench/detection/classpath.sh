# shellcheck shell=bash
# classpath: the plugin's classes as they are in this clone, and what they need. Set from outside, it is left as it is.
mkdir -p "$root/it/target"
if [ -z "${classpath:=${DETECTION_CLASSPATH:-}}" ]; then
    (cd "$root" && mvn -q --batch-mode --no-transfer-progress -pl fullstack-maven-plugin compile \
        dependency:build-classpath -Dmdep.outputFile="$root/it/target/detection-classpath")
    classpath=$root/fullstack-maven-plugin/target/classes:$(cat "$root/it/target/detection-classpath")
fi
