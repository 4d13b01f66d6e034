# shellcheck shell=bash
# classpath: the plugin's classes as they are in this clone, what they need, and what the measuring programs share. The plugin's is left
# as it is where DETECTION_CLASSPATH sets it.
mkdir -p "$root/it/target/bench-classes"
classpath=${DETECTION_CLASSPATH:-}
if [ -z "$classpath" ]; then
    (cd "$root" && mvn -q --batch-mode --no-transfer-progress -pl fullstack-maven-plugin compile \
        dependency:build-classpath -Dmdep.outputFile="$root/it/target/detection-classpath")
    classpath=$root/fullstack-maven-plugin/target/classes:$(cat "$root/it/target/detection-classpath")
fi
javac -proc:none -d "$root/it/target/bench-classes" -cp "$classpath" "$root/it/bench/lib/Checkouts.java"
classpath=$root/it/target/bench-classes:$classpath
