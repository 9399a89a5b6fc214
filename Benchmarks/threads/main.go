// Goroutines on one processor; see schooner.scm for what is done.
package main

import (
	"fmt"
	"os"
	"runtime"
	"strconv"
	"sync"
	"time"
)

func create(n int) {
	for ; n > 0; n-- {
		done := make(chan struct{})
		go func() { close(done) }()
		<-done
	}
}

func switchOver(n int) {
	var other sync.WaitGroup
	handOver := func() {
		for i := 0; i < n/2; i++ {
			runtime.Gosched()
		}
	}
	other.Add(1)
	go func() {
		handOver()
		other.Done()
	}()
	handOver()
	other.Wait()
}

func park(n int) {
	gate := make(chan struct{})
	var waiting sync.WaitGroup
	waiting.Add(n)
	for i := 0; i < n; i++ {
		go func() {
			waiting.Done()
			<-gate
		}()
	}
	waiting.Wait()
}

func main() {
	runtime.GOMAXPROCS(1)
	n, _ := strconv.Atoi(os.Args[2])
	fmt.Println("started")
	switch os.Args[1] {
	case "create":
		create(n)
	case "switch":
		switchOver(n)
	default:
		park(n)
	}
	fmt.Println("done")
	if os.Args[1] == "park" {
		time.Sleep(10 * time.Minute)
	}
}
